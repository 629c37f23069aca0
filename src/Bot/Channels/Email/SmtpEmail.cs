using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using Companion.Workflows.People;
using Companion.Workflows.Sending;

namespace Companion.Bot.Channels.Email;

/// <summary>E-mail to people on call by SMTP. The first line of the words is the subject; they carry only a reference and a link.</summary>
public sealed class SmtpEmail(EmailSettings settings, TimeProvider time) : ICarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SmtpServer server = settings.Server() ?? throw new ArgumentException("Email:Smtp names no server.", nameof(settings));

    /// <inheritdoc/>
    public bool Carries(Channel channel) => channel == Channel.Email;

    /// <inheritdoc/>
    public async Task<Delivery> Carry(OutboundMessage message, CancellationToken cancel)
    {
        // The row's id as the message's own: a mailbox that is sent it twice can show it once.
        var id = $"<{message.Id}@{new MailAddress(settings.From).Host}>";
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            using var mail = Mail(message, id);
            using var client = Client();
            await client.SendMailAsync(mail, either.Token);
            return new Delivery.Taken(id, SendStatus.Sent);
        }
        catch (FormatException)
        {
            return new Delivery.Refused(null, "It is not an e-mail address.");
        }
        catch (SmtpException trouble)
        {
            return Outcome(trouble);
        }
        catch (Exception trouble) when (trouble is OperationCanceledException or IOException)
        {
            return new Delivery.Unclear("The mail server did not answer in time.");
        }
    }

    /// <inheritdoc/>
    public Task<Delivery?> Ask(OutboundMessage message, IReadOnlySet<string> known, CancellationToken cancel) =>
        Task.FromResult<Delivery?>(null); // SMTP has no way to ask

    private static Delivery Outcome(SmtpException trouble) => trouble.StatusCode switch
    {
        SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MailboxBusy or SmtpStatusCode.InsufficientStorage
            or SmtpStatusCode.LocalErrorInProcessing =>
            new Delivery.NotNow("The mail server takes nothing just now."),
        SmtpStatusCode.GeneralFailure => trouble.InnerException is SocketException
            ? new Delivery.NotNow("The mail server could not be reached.")
            : new Delivery.Unclear("The connection to the mail server broke."),
        SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted =>
            new Delivery.NotNow("The mail server does not accept our name or password."),
        var code => new Delivery.Refused((int)code, $"The mail server refused it with code {(int)code}."),
    };

    private MailMessage Mail(OutboundMessage message, string id)
    {
        var mail = new MailMessage(settings.From, message.To)
        {
            Subject = message.Words.Split('\n')[0].Trim(),
            Body = message.Words.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            // Quoted-printable, the default, would spell out the line ends and break the link in two.
            BodyTransferEncoding = Ascii.IsValid(message.Words) ? TransferEncoding.SevenBit : TransferEncoding.Base64,
        };
        mail.Headers.Add("Message-ID", id);
        mail.Headers.Add("Auto-Submitted", "auto-generated"); // out-of-office replies stay away
        return mail;
    }

    private SmtpClient Client() => new(server.Host, server.Port)
    {
        EnableSsl = server.Encrypted,
        UseDefaultCredentials = false,
        Credentials = server.User is null ? null : new NetworkCredential(server.User, server.Password),
    };
}
