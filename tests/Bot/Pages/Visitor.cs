using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Companion.Bot.Tests.Pages;

/// <summary>Somebody with a browser that has cookies and forms, and no JavaScript.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient client;
    private string path = "/";

    public Visitor(string address)
    {
        client = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, UseProxy = false, AllowAutoRedirect = true })
        {
            BaseAddress = new Uri(address),
        };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; } = new();

    public HttpStatusCode Status { get; private set; }

    public IHtmlDocument Page { get; private set; } = null!;

    public string Heading => Page.QuerySelector("h1")!.TextContent;

    /// <summary>The words of the chat, with "+" before the visitor's own.</summary>
    public IReadOnlyList<string> Lines => Page.QuerySelectorAll("#messages li")
        .Select(line => (line.ClassList.Contains("companion-message--mine") ? "+ " : "") + line.QuerySelector(".companion-message__words")!.TextContent)
        .ToList();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<HttpResponseMessage> Raw(HttpRequestMessage request) => client.SendAsync(request, Cancel);

    public async Task Open(string to)
    {
        path = to;
        await Read(await client.GetAsync(to, Cancel));
    }

    public Task Say(string words) => Submit(("Words", words));

    /// <summary>Fills in the page's one form and presses its button.</summary>
    public async Task Submit(params (string Name, string Value)[] typed) => await Read(await client.PostAsync(Action(), Form(typed), Cancel));

    /// <summary>The page's form as it would be posted.</summary>
    public FormUrlEncodedContent Form(params (string Name, string Value)[] typed)
    {
        var fields = Page.QuerySelectorAll<IHtmlInputElement>("form input[type=hidden]").Select(field => (field.Name!, field.Value));
        return new FormUrlEncodedContent(fields.Concat(typed).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
    }

    public string Action() => Page.QuerySelector("form")!.GetAttribute("action") is { Length: > 0 } action ? action : path;

    public void Dispose() => client.Dispose();

    private async Task Read(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
