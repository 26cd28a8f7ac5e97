select create_bi_view('expiring');
select create_bi_view('renewal_readiness');
