using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Companion.Bot.Pages;
using Companion.Bot.Sending;
using Companion.Workflows.StaffRooms;

namespace Companion.Bot.Channels.Teams;

/// <summary>
/// <c>POST /api/messages</c>: what happened in Teams. It is stored, acknowledged and worked on after, because Teams repeats what is answered late;
/// only the press of a button is answered with what came of it.
/// </summary>
public sealed partial class MessagesEndpoint(
    ActivityGuard guard, TakeActivity take, CardActions actions, StaffDirectory staff, SenderBell bell, PageWords words, ILogger<MessagesEndpoint> log)
{
    /// <summary>Takes one activity.</summary>
    public async Task Handle(HttpContext http)
    {
        try
        {
            if (await guard.Admit(http) is { } admitted)
            {
                await (admitted.Activity.Type == "invoke" ? Invoke(http, admitted.Activity) : Store(http, admitted));
            }
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
        catch (BadHttpRequestException trouble)
        {
            http.Response.StatusCode = trouble.StatusCode;
        }
        catch (Exception trouble) when (!http.Response.HasStarted)
        {
            LogFailed(Trouble.Of(trouble));
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable; // nothing is half done: it may be sent again
        }
    }

    private async Task Store(HttpContext http, Admitted admitted)
    {
        var activity = admitted.Activity;
        var conversation = activity.Conversation!.Id!;
        var id = activity.Id is { Length: > 0 } given ? given : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(admitted.Body)));
        if (await take.Handle(new ArrivedActivity(conversation, TeamsActivity.KeyOf(conversation, id, activity.Kind), admitted.Body), CancellationToken.None))
        {
            bell.Ring();
        }

        http.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async Task Invoke(HttpContext http, TeamsActivity activity)
    {
        if (activity.Name != "adaptiveCard/action" || !staff.IsOurs(activity))
        {
            http.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        JsonObject answer;
        try
        {
            answer = await actions.Handle(activity, CancellationToken.None);
        }
        catch (Exception trouble)
        {
            LogFailed(Trouble.Of(trouble));
            answer = InvokeAnswer.Wrong(StatusCodes.Status500InternalServerError, "Trouble", words["teams.action.trouble"]);
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(answer.ToJsonString());
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An activity could not be taken: {Trouble}")]
    private partial void LogFailed(string trouble);
}
