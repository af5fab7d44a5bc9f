# Jun 25 09:07:51 root, move, changes data
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => 'move',
        'elid' => '1',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
# Jun 25 09:07:51 root, type
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => 'type',
        'elid' => '1',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
# Jun 25 09:07:51 root, self
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => 'self',
        'elid' => '1',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
# Jun 25 09:07:51 root, main
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => 'main',
        'elid' => '1',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
# Jun 25 09:07:51 root, 2fa
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => '2fa',
        'elid' => '1',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
# Jun 25 09:07:51 root, ..
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => '..',
        'elid' => '1',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
# Jun 25 09:07:51 root, %D0%B8%D0%BC%D1%8F
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => 'имя',
        'elid' => '1',
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
