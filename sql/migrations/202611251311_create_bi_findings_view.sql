select create_bi_view('findings');
