using System.Net;

namespace Companion.Tests.Support.Load;

/// <summary>Gets a text through as Twilio does: the first address, then the fallback, again and again, always the same sid.</summary>
/// <param name="first">The webhook.</param>
/// <param name="fallback">The webhook's fallback.</param>
public sealed class Texter(HttpClient first, HttpClient fallback)
{
    private const int MostTries = 200;
    private int again;

    /// <summary>How often a text had to be sent again.</summary>
    public int Again => Volatile.Read(ref again);

    /// <summary>Sends until somebody answered 200.</summary>
    /// <exception cref="InvalidOperationException">Nobody ever did.</exception>
    public async Task Send(SignedText text, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await Once(attempt % 2 == 0 ? first : fallback, text, cancel))
            {
                return;
            }

            Interlocked.Increment(ref again);
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancel);
        }

        throw new InvalidOperationException($"Nobody took the text {text.Sid}.");
    }

    private static async Task<bool> Once(HttpClient http, SignedText text, CancellationToken cancel)
    {
        try
        {
            using var request = text.ToRequest();
            using var response = await http.SendAsync(request, cancel);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // refused or cut off: whether it was stored nobody here knows
        }
    }
}
