using System.Net;

namespace Companion.Workflows.Summaries.Asking;

/// <summary>A provider that has too much to do and said how long to wait.</summary>
/// <param name="status">What it answered: 429, 503.</param>
/// <param name="wait">How long it asked to be left alone.</param>
public sealed class ToldToWaitException(HttpStatusCode status, TimeSpan wait)
    : HttpRequestException("The model's endpoint asked to be left alone for a while.", inner: null, status)
{
    /// <summary>How long it asked to be left alone.</summary>
    public TimeSpan Wait => wait;
}
