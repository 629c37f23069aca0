namespace Companion.Bot.LinkWorkers;

/// <summary>
/// The door of <c>/console</c> and <c>/outcomes</c>. What people wrote, and what became of it, is behind it, and nobody can sign in
/// yet: it is open in Development, where all is invented, and shut everywhere else.
/// </summary>
public static partial class ConsoleGate
{
    private static readonly PathString[] Paths = ["/console", "/outcomes"];

    /// <summary>Outside Development, answers 404 to every request below them and logs why.</summary>
    public static void UseConsoleGate(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            return;
        }

        app.Use((http, next) =>
        {
            if (!Array.Exists(Paths, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
            {
                return next(http);
            }

            LogShut(app.Logger);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "/console or /outcomes was asked for and stays shut: this release has no sign-in, so it opens only in Development.")]
    private static partial void LogShut(ILogger log);
}
