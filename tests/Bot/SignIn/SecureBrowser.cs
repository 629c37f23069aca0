namespace Companion.Bot.Tests.SignIn;

/// <summary>
/// A browser that came by https through a proxy that ends it: it sends secure cookies, follows nothing by itself, and finds
/// https://companion.example on loopback.
/// </summary>
internal sealed class SecureBrowser(string address) : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    private readonly Dictionary<string, string> cookies = [];

    /// <summary>Every cookie that was set, as the header said it.</summary>
    public List<string> Set { get; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Asks for a page of Companion.</summary>
    public async Task<HttpResponseMessage> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address + path);
        request.Headers.Accept.ParseAdd("text/html");
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await client.SendAsync(request, Cancel);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            Keep(set);
        }

        return answer;
    }

    /// <summary>Goes to sign in and says yes there; where the browser is sent back to, not yet followed.</summary>
    public async Task<Uri> Consent(string back)
    {
        using var begun = await Get($"/console/sign-in/microsoft?back={Uri.EscapeDataString(back)}");
        using var entra = await client.GetAsync(begun.Headers.Location, Cancel);
        return entra.Headers.Location!;
    }

    /// <summary>Signs in; where the browser ends.</summary>
    public async Task<Uri> SignIn(string back)
    {
        var answer = await Consent(back);
        Assert.Equal("companion.example", answer.Host);
        using var end = await Get(answer.PathAndQuery);
        return new Uri(new Uri("https://companion.example"), end.Headers.Location!);
    }

    public void Dispose() => client.Dispose();

    private void Keep(string set)
    {
        var pair = set.Split(';')[0].Split('=', 2);
        if (pair[1].Length == 0)
        {
            cookies.Remove(pair[0]);
            return;
        }

        cookies[pair[0]] = pair[1];
        Set.Add(set);
    }
}
