select create_bi_view('partners');
