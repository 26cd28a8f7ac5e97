select create_bi_view('insertion_by_year');
select create_bi_view('insertion_by_level');
select create_bi_view('insertion_by_speciality');
select create_bi_view('insertion_by_occupation');
select create_bi_view('insertion_by_certifier');
