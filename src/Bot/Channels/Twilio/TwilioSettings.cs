namespace Companion.Bot.Channels.Twilio;

/// <summary>Who answers STOP words.</summary>
public enum OptOutBy
{
    /// <summary>Twilio blocks the pair of numbers and answers by itself (its default): we record it and say nothing.</summary>
    Provider,

    /// <summary>Keyword handling is switched off at Twilio: we confirm, topic by topic.</summary>
    Ours,
}

/// <summary>The account at Twilio, as <c>Twilio:*</c> configures it. Secrets come from the environment only.</summary>
public sealed class TwilioSettings
{
    /// <summary>Twilio's own address.</summary>
    public const string DefaultApiBase = "https://api.twilio.com";

    /// <summary>The account, "AC" and 32 hexadecimal digits; empty while texts go to the phone simulator.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>The account's primary token: it authorises our calls and signs Twilio's. Empty shuts both webhooks.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>The number we text from, E.164. Services with a number of their own text from that when there are several.</summary>
    public string From { get; set; } = "";

    /// <summary>A Messaging Service ("MG" and 32 hexadecimal digits) to send by, instead of <see cref="From"/>.</summary>
    public string MessagingServiceSid { get; set; } = "";

    /// <summary>Where Twilio's REST API is.</summary>
    public string ApiBase { get; set; } = DefaultApiBase;

    /// <summary>Scheme, host and base path that Twilio calls, exactly as typed into its console; path and query are appended.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Who answers STOP words; must agree with what is set at Twilio.</summary>
    public OptOutBy OptOut { get; set; } = OptOutBy.Provider;

    /// <summary>Texts a second this process hands over at most: below the number's rate, so that nothing queues at Twilio.</summary>
    public double MessagesPerSecond { get; set; } = 1;

    /// <summary>True when texts and calls really go out.</summary>
    public bool CanSend => AccountSid.Length > 0 && AuthToken.Length > 0;

    /// <summary>What is wrong, one sentence each; nothing when all is well or Twilio is not used.</summary>
    public IEnumerable<string> Wrong()
    {
        if (MessagesPerSecond is not (> 0 and <= 1000))
        {
            yield return "Twilio:MessagesPerSecond: must be above 0 and at most 1000.";
        }

        if (!IsHttp(ApiBase))
        {
            yield return "Twilio:ApiBase: must be an absolute http or https address.";
        }

        if (AuthToken.Length > 0 && !IsPublic(PublicUrl))
        {
            yield return "Twilio:PublicUrl: must be the scheme, host and base path that Twilio calls, without query and without a slash at the end;"
                + " outside this machine it must be https.";
        }

        if (AuthToken.Length == 0 && AccountSid.Length > 0)
        {
            yield return "Twilio:AuthToken: is missing although Twilio:AccountSid is set.";
        }

        foreach (var problem in AccountSid.Length == 0 ? [] : Sender())
        {
            yield return problem;
        }
    }

    /// <summary>True for "XX" followed by 32 hexadecimal digits.</summary>
    internal static bool IsSid(string text, string prefix) =>
        text.Length == 34 && text.StartsWith(prefix, StringComparison.Ordinal) && text.AsSpan(2).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;

    private static bool IsHttp(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static bool IsPublic(string text) =>
        IsHttp(text)
        && new Uri(text) is { Query.Length: 0, Fragment.Length: 0 } address
        && !text.EndsWith('/')
        && (address.Scheme == "https" || address.IsLoopback);

    private IEnumerable<string> Sender()
    {
        if (!IsSid(AccountSid, "AC"))
        {
            yield return "Twilio:AccountSid: must be AC and 32 hexadecimal digits.";
        }

        if (From.Length == 0 && MessagingServiceSid.Length == 0)
        {
            yield return "Twilio:From: either a number or Twilio:MessagingServiceSid is needed to send.";
        }

        if (MessagingServiceSid.Length > 0 && !IsSid(MessagingServiceSid, "MG"))
        {
            yield return "Twilio:MessagingServiceSid: must be MG and 32 hexadecimal digits.";
        }

        if (From.Length > 0 && !(Dialogs.Understanding.PhoneNumber.TryParse(From, out var number) && number.E164 == From))
        {
            yield return "Twilio:From: must be a number in E.164 form, such as +447700900123; a name cannot receive replies.";
        }
    }
}
