using System.ClientModel;
using System.Globalization;
using System.Net;
using Companion.Workflows.Summaries.Asking;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using AiFinish = Microsoft.Extensions.AI.ChatFinishReason;
using AiMessage = Microsoft.Extensions.AI.ChatMessage;
using Finish = OpenAI.Chat.ChatFinishReason;
using Format = OpenAI.Chat.ChatResponseFormat;

namespace Companion.Bot.Models;

/// <summary>What the official client says, as <see cref="IChatClient"/> says it, and the other way round.</summary>
internal static class OpenAiShapes
{
    private const string Refusal = "Refusal";

    public static IEnumerable<OpenAI.Chat.ChatMessage> Messages(IEnumerable<AiMessage> messages) => messages.Select(OpenAI.Chat.ChatMessage (message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
        : new UserChatMessage(message.Text));

    public static ChatCompletionOptions Options(ChatOptions? options) => new()
    {
        MaxOutputTokenCount = options?.MaxOutputTokens,
        Temperature = options?.Temperature,
        ResponseFormat = options?.ResponseFormat switch
        {
            ChatResponseFormatJson { Schema: { } schema } json =>
                Format.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription, jsonSchemaIsStrict: true),
            ChatResponseFormatJson => Format.CreateJsonObjectFormat(),
            _ => null,
        },
    };

    public static ChatResponse Response(ChatCompletion answer)
    {
        var message = new AiMessage(ChatRole.Assistant, answer.Content.Select(part => (AIContent)new TextContent(part.Text)).ToList());
        if (!string.IsNullOrEmpty(answer.Refusal))
        {
            message.Contents.Add(new ErrorContent(answer.Refusal) { ErrorCode = Refusal });
        }

        return new ChatResponse(message)
        {
            ModelId = answer.Model,
            ResponseId = answer.Id,
            FinishReason = Reason(answer.FinishReason),
            Usage = Usage(answer.Usage),
        };
    }

    public static ChatResponseUpdate Update(StreamingChatCompletionUpdate update)
    {
        var contents = update.ContentUpdate.Where(part => part.Text is { Length: > 0 }).Select(part => (AIContent)new TextContent(part.Text)).ToList();
        if (!string.IsNullOrEmpty(update.RefusalUpdate))
        {
            contents.Add(new ErrorContent(update.RefusalUpdate) { ErrorCode = Refusal });
        }

        if (Usage(update.Usage) is { } usage)
        {
            contents.Add(new UsageContent(usage));
        }

        return new ChatResponseUpdate(ChatRole.Assistant, contents)
        {
            ModelId = update.Model,
            ResponseId = update.CompletionId,
            FinishReason = update.FinishReason is { } reason ? Reason(reason) : null,
        };
    }

    /// <summary>A provider that filters the question itself says so with a 400; every other refusal is the transport's.</summary>
    /// <exception cref="HttpRequestException">It was no filter. Without a status when the endpoint was not reached. Holds nothing of the answer.</exception>
    public static ChatResponse Refused(ClientResultException refused)
    {
        if (refused.Status == (int)HttpStatusCode.BadRequest
            && (refused.GetRawResponse()?.Content.ToString().Contains("content_filter", StringComparison.Ordinal) ?? false))
        {
            return new ChatResponse(new AiMessage(ChatRole.Assistant, "")) { FinishReason = AiFinish.ContentFilter };
        }

        if (refused.GetRawResponse() is { } answer && answer.Headers.TryGetValue("Retry-After", out var wait))
        {
            throw new ToldToWaitException((HttpStatusCode)refused.Status, Wait(wait));
        }

        throw new HttpRequestException("The model's endpoint refused or could not be reached.", inner: null, refused.Status == 0 ? null : (HttpStatusCode)refused.Status);
    }

    // A date instead of seconds is as good as never: nobody who asks for a minute or more is asked again.
    private static TimeSpan Wait(string? header) =>
        int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : TimeSpan.MaxValue;

    private static AiFinish Reason(Finish reason) => reason switch
    {
        Finish.Stop => AiFinish.Stop,
        Finish.Length => AiFinish.Length,
        Finish.ContentFilter => AiFinish.ContentFilter,
        _ => AiFinish.ToolCalls,
    };

    private static UsageDetails? Usage(ChatTokenUsage? usage) => usage is null ? null : new UsageDetails
    {
        InputTokenCount = usage.InputTokenCount,
        OutputTokenCount = usage.OutputTokenCount,
        TotalTokenCount = usage.TotalTokenCount,
    };
}
