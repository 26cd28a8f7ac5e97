select create_bi_view('certifications');
select create_bi_view('blocks');
