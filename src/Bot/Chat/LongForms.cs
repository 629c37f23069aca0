using System.Text;

namespace Companion.Bot.Chat;

/// <summary>
/// A chat form that is far too long keeps its beginning, so that the page can say so and give back what fits. The form's hidden
/// fields stand before the words and are in the part that is kept.
/// </summary>
public static class LongForms
{
    /// <summary>The field that says that a form was cut.</summary>
    public const string Cut = "cut";

    // The longest message there may be, each letter as nine bytes ("%E2%82%AC"), with room for the hidden fields.
    private const int Most = 100 * 1024;

    /// <summary>Cuts forms that are posted to the chat.</summary>
    public static void UseLongForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsLong(context.Request))
        {
            await Shorten(context);
        }

        await next(context);
    });

    private static bool IsLong(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.Path == "/chat"
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
        && request.ContentLength is null or > Most;

    private static async Task Shorten(HttpContext context)
    {
        var (request, cancel) = (context.Request, context.RequestAborted);
        var buffer = new byte[Most];
        var read = await request.Body.ReadAtLeastAsync(buffer, Most, throwOnEndOfStream: false, cancel);
        var isCut = false;
        var rest = new byte[16 * 1024];
        while (await request.Body.ReadAsync(rest, cancel) > 0)
        {
            isCut = true; // read to its end, or the browser would not listen to the answer
        }

        var kept = Encoding.ASCII.GetString(buffer, 0, read);
        if (isCut)
        {
            // Not through the middle of a letter such as %E2.
            var percent = kept.LastIndexOf('%');
            kept = (percent > kept.Length - 3 ? kept[..percent] : kept) + $"&{Cut}=true";
        }

        request.Body = new MemoryStream(Encoding.ASCII.GetBytes(kept));
        request.ContentLength = request.Body.Length;
    }
}
