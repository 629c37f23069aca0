using System.Net.Mail;

namespace Companion.Bot.Channels.Email;

/// <summary>The way out for e-mail to people on call, as <c>Email:*</c> configures it. Secrets come from the environment only.</summary>
public sealed class EmailSettings
{
    private const int SubmissionPort = 25;

    /// <summary>
    /// <c>host:port</c>, or <c>smtp://user:password@host:port</c> (percent-encoded), which asks for STARTTLS unless the host is this
    /// machine. Empty while e-mail goes to the simulator.
    /// </summary>
    public string Smtp { get; set; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "";

    /// <summary>True when e-mail really goes out.</summary>
    public bool CanSend => Smtp.Length > 0;

    /// <summary>What is wrong, one sentence each.</summary>
    public IEnumerable<string> Wrong()
    {
        if (CanSend && Server() is null)
        {
            yield return "Email:Smtp: must be host:port or smtp://user:password@host:port.";
        }

        if (CanSend && !MailAddress.TryCreate(From, out _))
        {
            yield return "Email:From: must be an e-mail address.";
        }
    }

    /// <summary>The server, or null when <see cref="Smtp"/> names none.</summary>
    internal SmtpServer? Server()
    {
        var text = Smtp.Contains("://", StringComparison.Ordinal) ? Smtp : "smtp://" + Smtp;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != "smtp" || address.Host.Length == 0)
        {
            return null;
        }

        var user = address.UserInfo.Split(':', 2);
        return new SmtpServer(
            address.Host,
            address.Port > 0 ? address.Port : SubmissionPort,
            user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            user.Length > 1 ? Uri.UnescapeDataString(user[1]) : "",
            Encrypted: user[0].Length > 0 && !address.IsLoopback);
    }
}

/// <summary>An SMTP server.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="User">Who signs in, or null for nobody.</param>
/// <param name="Password">With what.</param>
/// <param name="Encrypted">True when nothing is said before STARTTLS.</param>
internal sealed record SmtpServer(string Host, int Port, string? User, string Password, bool Encrypted);
