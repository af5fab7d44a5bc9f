# Jun 25 09:07:51 root, account.import
{
    use strict;
    use warnings;
    use JSON::PP;
    use LWP::UserAgent;
    use URI;
    my $form = URI->new('http:');
    $form->query_form(
        'authinfo' => $ENV{MGR_AUTHINFO} // die("MGR_AUTHINFO is not set\n"),
        'func' => 'account.import',
        'key1_token' => $ENV{MGR_KEY1_TOKEN} // die("MGR_KEY1_TOKEN is not set\n"),
        'key2_token' => $ENV{MGR_KEY2_TOKEN} // die("MGR_KEY2_TOKEN is not set\n"),
        'key3_token' => $ENV{MGR_KEY3_TOKEN} // die("MGR_KEY3_TOKEN is not set\n"),
        'key4_token' => $ENV{MGR_KEY4_TOKEN} // die("MGR_KEY4_TOKEN is not set\n"),
        'key5_token' => $ENV{MGR_KEY5_TOKEN} // die("MGR_KEY5_TOKEN is not set\n"),
        'key6_token' => $ENV{MGR_KEY6_TOKEN} // die("MGR_KEY6_TOKEN is not set\n"),
        'key7_token' => $ENV{MGR_KEY7_TOKEN} // die("MGR_KEY7_TOKEN is not set\n"),
        'key8_token' => $ENV{MGR_KEY8_TOKEN} // die("MGR_KEY8_TOKEN is not set\n"),
        'key9_token' => $ENV{MGR_KEY9_TOKEN} // die("MGR_KEY9_TOKEN is not set\n"),
        'out' => 'json',
    );
    my $agent = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0, SSL_verify_mode => 0 });
    my $response = $agent->post('https://localhost:1500/ispmgr', Content_Type => 'application/x-www-form-urlencoded', Content => $form->query);
    die $response->status_line . "\n" unless $response->is_success;
    my $answer = $response->content;
    die "$answer\n" if decode_json($answer)->{doc}{error};
    print $answer;
}
