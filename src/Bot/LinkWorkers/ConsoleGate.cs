namespace Companion.Bot.LinkWorkers;

/// <summary>
/// The door of <c>/console</c>. What people wrote is behind it, and nobody can sign in yet: it is open in Development, where all
/// is invented, and shut everywhere else.
/// </summary>
public static partial class ConsoleGate
{
    private static readonly PathString Path = "/console";

    /// <summary>Outside Development, answers 404 to every request below <c>/console</c> and logs why.</summary>
    public static void UseConsoleGate(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            return;
        }

        app.Use((http, next) =>
        {
            if (!http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase))
            {
                return next(http);
            }

            LogShut(app.Logger);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "/console was asked for and stays shut: this release has no sign-in, so it opens only in Development.")]
    private static partial void LogShut(ILogger log);
}
