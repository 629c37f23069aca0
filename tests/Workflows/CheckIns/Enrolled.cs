using NodaTime;

namespace Companion.Workflows.Tests.CheckIns;

/// <summary>Anna, who referred herself by text.</summary>
internal static class Enrolled
{
    /// <summary>Her answers to a whole self-referral.</summary>
    public static readonly string[] ForMyself =
    [
        "Hello", "1", "Sam Hill, 12 March 1954", "M1 1AE, Oak Lane", "I am lonely", "Y", "skip", "I live alone", "no", "no", "no", "mornings", "no", "no", "n", "n",
        "1", "1",
    ];

    /// <summary>A service with the three waves, where she finished her referral at this moment.</summary>
    public static async Task<Rig> At(Instant when, Action<Settings.ServiceSettings>? configure = null)
    {
        var rig = await Rig.At(when - Duration.FromSeconds(20 * ForMyself.Length), service =>
        {
            service.CheckIns.Weeks = "0 3 12";
            (service.SpacingMinutes, service.QuietAfterTalkMinutes) = (120, 15);
            configure?.Invoke(service);
        });
        await Texts(rig, ForMyself);
        return rig;
    }

    /// <summary>She texts, twenty seconds apart.</summary>
    public static async Task Texts(Rig rig, params string[] words)
    {
        foreach (var said in words)
        {
            rig.Clock.Now += Duration.FromSeconds(20);
            await rig.Text(said);
        }
    }
}
