namespace Companion.Tests.Support.Load;

/// <summary>One person's whole self-referral as they text it, for the service that <c>appsettings.json</c> ships.</summary>
public static class SelfReferral
{
    /// <summary>Their texts, in order; after the last one they have a reference.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "Hello",
        "1",
        "Sam Hill, 12 March 1954",
        "M1 1AE, Oak Lane Surgery",
        "I am lonely and worried about bills",
        "Y",
        "Seeing my friends again",
        "I live alone",
        "Diabetes and a bad hip",
        "yes, A&E in May",
        "large print please",
        "mornings, by phone",
        "no",
        "yes",
        "1",
        "y",
        "y",
        "999 000 0018",
        "1",
        "1",
    ];

    /// <summary>A fictitious mobile number; Ofcom keeps a thousand of them for drama.</summary>
    /// <param name="person">0 to 999; further people write by WhatsApp from the same numbers, which are addresses of their own.</param>
    public static string Number(int person) => $"{(person / 1000 % 2 == 0 ? "" : "whatsapp:")}+447700900{person % 1000:000}";
}
