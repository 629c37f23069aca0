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

    // What Ofcom keeps for drama, a thousand numbers each: the mobiles, then no area, London, Cardiff, Belfast and eleven cities.
    private static readonly string[] Ranges =
    [
        "+447700900", "+441632960", "+442079460", "+442920180", "+442896496", "+441134960", "+441144960", "+441154960", "+441164960",
        "+441174960", "+441214960", "+441314960", "+441414960", "+441514960", "+441614960", "+441914980",
    ];

    /// <summary>A fictitious number to text from; the first thousand are mobiles.</summary>
    /// <param name="person">0 to 31,999; the second half writes by WhatsApp from the same numbers, which are addresses of their own.</param>
    public static string Number(int person)
    {
        var range = person / 1000;
        return $"{(range / Ranges.Length % 2 == 0 ? "" : "whatsapp:")}{Ranges[range % Ranges.Length]}{person % 1000:000}";
    }
}
