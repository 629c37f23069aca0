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

    /// <summary>Signs in as somebody invented.</summary>
    public async Task SignIn(string name)
    {
        await Open("/console/sign-in");
        var button = Page.QuerySelectorAll<IHtmlButtonElement>("main button[name=worker]").Single(one => one.TextContent.StartsWith(name, StringComparison.Ordinal));
        await Submit(("worker", button.Value));
        Assert.Equal(HttpStatusCode.OK, Status);
    }

    /// <summary>Presses the button that every page of staff has.</summary>
    public async Task SignOut()
    {
        var form = Page.QuerySelector(".companion-signed-in form")!;
        var token = form.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        await Read(await client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]), Cancel));
    }

    public Task Say(string words) => Submit(("Words", words));

    /// <summary>Fills in the page's one form and presses its button.</summary>
    public async Task Submit(params (string Name, string Value)[] typed) => await Read(await client.PostAsync(Action(), Form(typed), Cancel));

    /// <summary>The page's form as it would be posted.</summary>
    public FormUrlEncodedContent Form(params (string Name, string Value)[] typed)
    {
        var fields = Page.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]").Select(field => (field.Name!, field.Value));
        return new FormUrlEncodedContent(fields.Concat(typed).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
    }

    /// <summary>Presses the button of one of the page's forms, by its handler; without a value of its own it sends what the form holds.</summary>
    public async Task SubmitForm(string handler, params (string Name, string Value)[] typed)
    {
        var at = path.Split('#')[0].Split('?')[0];
        var button = Page.QuerySelector<IHtmlButtonElement>($"main button[formaction$='handler={handler}']");
        var form = button?.Form ?? Page.QuerySelector<IHtmlFormElement>($"main form[action$='handler={handler}']");
        var token = Page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        var held = (form?.Elements.OfType<IHtmlInputElement>() ?? [])
            .Where(field => field.Type == "hidden" && field.Name != "__RequestVerificationToken" && typed.All(one => one.Name != field.Name))
            .Select(field => (field.Name!, field.Value));
        var fields = held.Concat(typed).Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        await Read(await client.PostAsync($"{at}?handler={handler}", new FormUrlEncodedContent(fields), Cancel));
    }

    /// <summary>Posts a form that no page showed, with the token of the page that is open.</summary>
    public async Task<HttpStatusCode> Posts(string to, params (string Name, string Value)[] typed)
    {
        var token = Page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        var fields = typed.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var answer = await client.PostAsync(to, new FormUrlEncodedContent(fields), Cancel);
        return answer.StatusCode;
    }

    /// <summary>What a hidden field of the page holds.</summary>
    public string Hidden(string name) => Page.QuerySelector<IHtmlInputElement>($"main input[type=hidden][name={name}]")!.Value;

    public string Action() => Page.QuerySelector("main form")!.GetAttribute("action") is { Length: > 0 } action ? action : path;

    public void Dispose() => client.Dispose();

    private async Task Read(HttpResponseMessage answer)
    {
        Status = answer.StatusCode;
        path = answer.RequestMessage!.RequestUri!.PathAndQuery;
        Page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancel));
    }
}
