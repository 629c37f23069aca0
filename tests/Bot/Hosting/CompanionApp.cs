using Companion.Bot.Hosting;
using Companion.Bot.Sending;
using Companion.Bot.Tests.Pages;
using Companion.Dialogs.Words;
using Companion.Workflows;
using Companion.Workflows.HandOffs;
using Companion.Workflows.People;
using Companion.Workflows.Receiving;
using Companion.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;

namespace Companion.Bot.Tests.Hosting;

/// <summary>The people of a Development database.</summary>
internal static class Invented
{
    public const string LinkWorker = "Sam Okoye";
    public const string Colleague = "Priya Nair";
    public const string Senior = "Jo Bright";
    public const string Manager = "Ellis Marsh";
    public const string Commissioner = "Chris Vale";
}

/// <summary>A whole Companion on a free port of this machine, with a data folder of its own and a small dialog.</summary>
internal sealed class CompanionApp : IAsyncDisposable
{
    public const string Service = "sample";

    private readonly WebApplication app;
    private readonly string folder;
    private int texts;

    private CompanionApp(WebApplication app, string folder) => (this.app, this.folder) = (app, folder);

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts one.</summary>
    public static async Task<CompanionApp> Start(Action<WebApplicationBuilder>? change = null, params string[] settings)
    {
        var data = Directory.CreateTempSubdirectory("companion-app-").FullName;
        string[] args = ["--Urls=http://127.0.0.1:0", $"--Storage:Folder={data}", "--Logging:LogLevel:Default=Warning", .. settings];
        var started = new CompanionApp(Serve.Build(args, builder => Small(builder, change), Environments.Development), data);
        await EmptyDatabase.At(Path.Combine(data, "companion.db"));
        await started.Part<IStore>().Migrate(Cancel); // of PostgreSQL, where a test asks for that; else there is nothing to do
        await started.app.StartAsync(Cancel);
        started.Address = started.Part<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        started.Part<LinkSettings>().BaseUrl = started.Address;
        return started;
    }

    public T Part<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>A text arrives from a phone.</summary>
    public Task<Receipt> Text(string from, string words)
    {
        var receipt = Part<ReceiveMessage>().Handle(new Incoming(Service, Channel.Sms, $"SM{++texts}", from, words), Cancel);
        Part<SenderBell>().Ring();
        return receipt;
    }

    /// <summary>A browser signs in as somebody invented; a manager may open everything.</summary>
    public async Task SignIn(IPage page, string name = Invented.Manager)
    {
        await page.GotoAsync(Address + "/console/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await page.GetByText("Signed in: " + name).WaitForAsync();
    }

    /// <summary>Somebody without JavaScript who has signed in.</summary>
    public async Task<Visitor> SignedIn(string name = Invented.Manager)
    {
        var visitor = new Visitor(Address);
        await visitor.SignIn(name);
        return visitor;
    }

    public async Task<List<T>> All<T>()
        where T : class
    {
        await using var db = Part<IStore>().Read();
        return await db.Set<T>().ToListAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static void Small(WebApplicationBuilder builder, Action<WebApplicationBuilder>? change)
    {
        builder.Services
            .AddSingleton(SmallDialog.Book())
            .AddSingleton(new TextBook(typeof(TextBook).Assembly, typeof(WorkflowParts).Assembly, typeof(Serve).Assembly, typeof(CompanionApp).Assembly));
        change?.Invoke(builder);
    }
}
