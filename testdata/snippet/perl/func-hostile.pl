# Jun 25 09:07:51 root, x%27%3Bid%3B%20%23, changes data
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => 'x\';id; #',
        'elid' => '1',
        'sok' => 'ok',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
# Jun 25 09:07:51 root, a%0Ab, changes data
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => "a\nb",
        'elid' => '1',
        'sok' => 'ok',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
# Jun 25 09:07:51 root, a%3Db, changes data
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => 'a=b',
        'elid' => '1',
        'sok' => 'ok',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
