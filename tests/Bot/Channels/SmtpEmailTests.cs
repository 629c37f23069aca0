using Companion.Bot.Channels.Email;
using Companion.Workflows.People;
using Companion.Workflows.Sending;

namespace Companion.Bot.Tests.Channels;

public sealed class SmtpEmailTests
{
    private const string Words = "Shire Links: urgent hand-off ABC-123.\nOpen this link: https://companion.example/l/1-abc";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_email_goes_out_with_its_first_line_as_the_subject()
    {
        await using var server = new MailServer();

        var delivery = await Send(server);

        Assert.Equal(new Delivery.Taken("<77@companion.example>", SendStatus.Sent), delivery);
        var mail = Assert.Single(server.Mails);
        Assert.Contains("Subject: Shire Links: urgent hand-off ABC-123.\n", mail, StringComparison.Ordinal);
        Assert.Contains("Message-ID: <77@companion.example>\n", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("To: sam@example.org\n", mail, StringComparison.Ordinal);
        Assert.Contains("\n\n" + Words, mail, StringComparison.Ordinal);
        Assert.Contains(server.Commands, line => line.StartsWith("MAIL FROM:<companion@companion.example>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RCPT", "550 no such user", "The mail server refused it with code 550.")]
    [InlineData("MAIL", "552 too much", "The mail server refused it with code 552.")]
    [InlineData("END", "554 not that", "The mail server refused it with code 554.")]
    public async Task What_the_server_refuses_for_good_is_refused(string command, string answer, string reason)
    {
        await using var server = new MailServer();
        server.Refusals[command] = answer;

        Assert.Equal(reason, Assert.IsType<Delivery.Refused>(await Send(server)).Reason);
    }

    [Theory]
    [InlineData("RCPT", "450 busy")]
    [InlineData("MAIL", "451 later")]
    [InlineData("MAIL", "452 full")]
    [InlineData("CONNECT", "421 closed")]
    public async Task What_the_server_puts_off_is_tried_again(string command, string answer)
    {
        await using var server = new MailServer();
        server.Refusals[command] = answer;

        Assert.IsType<Delivery.NotNow>(await Send(server));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_words_left_is_unclear()
    {
        await using var server = new MailServer { HangsUpAfter = "END" };

        Assert.IsType<Delivery.Unclear>(await Send(server));
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task Without_a_server_it_was_certainly_not_taken() =>
        Assert.IsType<Delivery.NotNow>(await new SmtpEmail(Settings("127.0.0.1:9"), TimeProvider.System).Carry(Row(), Cancel));

    [Fact]
    public async Task An_address_that_is_none_is_refused()
    {
        await using var server = new MailServer();
        var row = Row();
        row.To = "not an address";

        Assert.IsType<Delivery.Refused>(await new SmtpEmail(Settings(server.Address), TimeProvider.System).Carry(row, Cancel));
    }

    [Theory]
    [InlineData("mail.example.org:587", "mail.example.org", 587, null, "", false)]
    [InlineData("mail.example.org", "mail.example.org", 25, null, "", false)]
    [InlineData("smtp://mail.example.org:2525", "mail.example.org", 2525, null, "", false)]
    [InlineData("smtp://sam:p%40ss%3Aword@mail.example.org:587", "mail.example.org", 587, "sam", "p@ss:word", true)]
    [InlineData("smtp://sam:secret@localhost:2525", "localhost", 2525, "sam", "secret", false)]
    public void A_server_is_read_from_its_address(string smtp, string host, int port, string? user, string password, bool encrypted)
    {
        var server = Settings(smtp).Server();

        Assert.Equal(new SmtpServer(host, port, user, password, encrypted), server);
    }

    [Theory]
    [InlineData("https://mail.example.org", "companion@companion.example", "Email:Smtp")]
    [InlineData("mail example org", "companion@companion.example", "Email:Smtp")]
    [InlineData("mail.example.org:25", "companion", "Email:From")]
    [InlineData("mail.example.org:25", "", "Email:From")]
    public void Settings_that_cannot_be_used_say_which_and_what_is_right(string smtp, string from, string key) =>
        Assert.StartsWith(key + ": must be", Assert.Single(new EmailSettings { Smtp = smtp, From = from }.Wrong()), StringComparison.Ordinal);

    private static Task<Delivery> Send(MailServer server) => new SmtpEmail(Settings(server.Address), TimeProvider.System).Carry(Row(), Cancel);

    private static EmailSettings Settings(string smtp) => new() { Smtp = smtp, From = "companion@companion.example" };

    private static OutboundMessage Row() => TwilioSmsTests.Row("sam@example.org", Words, channel: Channel.Email);
}
