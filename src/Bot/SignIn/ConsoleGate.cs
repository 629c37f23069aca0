namespace Companion.Bot.SignIn;

/// <summary>
/// The door of <c>/console</c> and <c>/outcomes</c>. What people wrote, and what became of it, is behind it: while nobody can sign in it is
/// shut, except in Development, where all is invented.
/// </summary>
public static partial class ConsoleGate
{
    private static readonly PathString[] Paths = ["/console", "/outcomes"];

    /// <summary>While nobody can sign in, answers 404 to every request below them and logs why.</summary>
    public static void UseConsoleGate(this WebApplication app)
    {
        if (app.Environment.IsDevelopment() || app.Services.GetRequiredService<SignInSettings>().IsConfigured)
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "/console or /outcomes was asked for and stays shut: nobody can sign in until SignIn is configured.")]
    private static partial void LogShut(ILogger log);
}
