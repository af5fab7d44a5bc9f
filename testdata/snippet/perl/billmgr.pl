# Jun 25 09:07:51 root as admin, processing.edit, changes data, without masked password
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => 'processing.edit',
        'clicked_button' => 'ok',
        'cluster' => '1',
        'datacenter' => '1',
        'department' => '2',
        'elid' => '14',
        'login' => 'n.admin@example.com',
        'name' => 'test-5_changer',
        'orderpriority' => '4',
        'sok' => 'ok',
        'url' => 'https://vm-1.example.com',
        'su' => 'admin',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/billmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
