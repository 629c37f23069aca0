using System.Text;

namespace Companion.Bot.Channels.Twilio;

/// <summary>What a webhook answers.</summary>
internal static class Answer
{
    private static readonly byte[] Nothing = "<Response></Response>"u8.ToArray();

    /// <summary>200 with nothing to say: what is said goes out by the sender.</summary>
    public static Task Empty(HttpContext http) => Xml(http, Nothing);

    /// <summary>200 with instructions for a call.</summary>
    public static Task Twiml(HttpContext http, string twiml) => Xml(http, Encoding.UTF8.GetBytes(twiml));

    /// <summary>A sentence for whoever looks at Twilio's debugger.</summary>
    public static Task Sentence(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync(sentence);
    }

    private static Task Xml(HttpContext http, byte[] twiml)
    {
        http.Response.ContentType = "text/xml";
        http.Response.ContentLength = twiml.Length;
        return http.Response.Body.WriteAsync(twiml).AsTask();
    }
}
