# Jun 25 09:07:51 root, user
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => 'user',
        'lang' => 'ru',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
