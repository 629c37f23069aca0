using Companion.Bot.CommandLine;

return await Verbs.Of(Serve).Parse(args).InvokeAsync();

static async Task<int> Serve(string[] settings)
{
    var app = WebApplication.CreateBuilder(settings).Build();
    app.MapGet("/", () => "Companion");
    await app.RunAsync();
    return 0;
}
