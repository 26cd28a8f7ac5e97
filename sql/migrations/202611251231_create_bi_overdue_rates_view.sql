select create_bi_view('overdue_rates');
