using System.Text.Json;
using Companion.Tests.Support;

namespace Companion.Bot.Tests.Channels;

/// <summary>Twilio's own Node helper, from tests/Bot/Twilio's lock file.</summary>
internal static class TwilioHelper
{
    private static readonly NpmTool Helper = new("twilio", () => Path.Combine(Repository.Root, "tests", "Bot", "Twilio"), "package-lock.json", "ci");

    /// <summary>Has the helper sign; skips (or fails) the test when there is no Node or npm.</summary>
    public static async Task<IReadOnlyList<SignedCall>> Sign(params IReadOnlyList<object> requests)
    {
        var lines = string.Concat(requests.Select(request => JsonSerializer.Serialize(request) + "\n"));
        var (answers, _) = await Helper.Run(lines, TestContext.Current.CancellationToken, "sign.mjs");
        return answers.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(answer => JsonSerializer.Deserialize<SignedCall>(answer, JsonSerializerOptions.Web)!)
            .ToList();
    }
}

/// <summary>A call as the helper signed it.</summary>
internal sealed record SignedCall(string Url, string Signature);
