using Companion.Bot.CommandLine;
using Companion.Bot.Hosting;
using NodaTime;

return await Verbs.Run(Verbs.Of(Serve.Run, Today), args);

#pragma warning disable RS0030 // The outermost ring: here the clock is asked, everything further in is told.
static LocalDate Today() => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;
#pragma warning restore RS0030
