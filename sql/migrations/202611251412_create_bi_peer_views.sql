select create_bi_view('benchmark');
