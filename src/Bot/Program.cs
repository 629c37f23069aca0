using Companion.Bot.CommandLine;
using NodaTime;

return await Verbs.Of(Serve, Today).Parse(args).InvokeAsync();

static async Task<int> Serve(string[] settings)
{
    var app = WebApplication.CreateBuilder(settings).Build();
    app.MapGet("/", () => "Companion");
    await app.RunAsync();
    return 0;
}

#pragma warning disable RS0030 // The outermost ring: here the clock is asked, everything further in is told.
static LocalDate Today() => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;
#pragma warning restore RS0030
