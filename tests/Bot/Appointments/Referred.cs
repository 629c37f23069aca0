using System.Globalization;
using Companion.Bot.Tests.Hosting;
using Companion.Dialogs;
using Companion.Workflows.Referrals;
using Companion.Workflows.Timing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Companion.Bot.Tests.Appointments;

/// <summary>A whole Companion with one person who was referred by text.</summary>
internal static class Referred
{
    public const string Anna = "+447700900123";
    public const string Key = "a key of a case system that is long enough";

    private static readonly string[] ForMyself =
    [
        "Hello", "1", "Sam Hill, 12 March 1954", "M1 1AE, Oak Lane", "I am lonely", "Y", "skip", "I live alone", "no", "no", "no", "mornings", "no", "no", "n", "n",
        "1", "1",
    ];

    public static async Task<CompanionApp> Start(bool withKey = true)
    {
        var app = await CompanionApp.Start(
            builder => builder.Services.AddSingleton(ShippedDialogs.Book()),
            [.. withKey ? ["--Services:sample:ApiKey=" + Key] : Array.Empty<string>()]);
        foreach (var words in ForMyself)
        {
            await app.Text(Anna, words);
        }

        return app;
    }

    public static async Task<Case> Referral(this CompanionApp app) => (await app.All<Case>()).Single();

    /// <summary>A day so many days from now, as a program writes it.</summary>
    public static string Day(this CompanionApp app, int days) =>
        app.Part<IClock>().GetCurrentInstant().Local().Date.PlusDays(days).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
