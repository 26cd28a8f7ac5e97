select create_bi_view('cohorts');
select create_bi_view('insertion_rates');
