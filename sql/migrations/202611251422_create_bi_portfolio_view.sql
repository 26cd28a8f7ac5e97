select create_bi_view('certifier_portfolio');
