select create_bi_view('vae');
