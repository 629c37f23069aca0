using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Companion.Workflows.Summaries.Asking;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using AiMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Companion.Bot.Models;

/// <summary>
/// The official OpenAI client as an <see cref="IChatClient"/>, for any endpoint that speaks its protocol (OpenAI, Azure OpenAI, vLLM, Ollama). The
/// package that brings the two together is not on our feed; this knows what drafts need of it: text, a schema, usage, why it ended.
/// </summary>
public sealed class OpenAiChatClient : IChatClient
{
    // Whoever asks has a patience of their own; this only ends what everybody has left behind.
    private static readonly TimeSpan LeftBehind = TimeSpan.FromSeconds(30);

    private readonly ChatClient client;
    private readonly ChatClientMetadata metadata;

    /// <summary>A client of the configured endpoint and model.</summary>
    /// <param name="settings">Complete and checked.</param>
    /// <param name="http">What carries the calls.</param>
    public OpenAiChatClient(ModelSettings settings, HttpClient http)
    {
        var endpoint = new Uri(settings.Endpoint);
        client = new ChatClient(settings.Name, new ApiKeyCredential(settings.ApiKey), new OpenAIClientOptions
        {
            Endpoint = endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0), // who asks decides whether there is time for another try
            NetworkTimeout = LeftBehind,
        });
        metadata = new ChatClientMetadata("openai", endpoint, settings.Name);
    }

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<AiMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var answer = await client.CompleteChatAsync(OpenAiShapes.Messages(messages), OpenAiShapes.Options(options), cancellationToken);
            return OpenAiShapes.Response(answer.Value);
        }
        catch (ClientResultException refused)
        {
            return OpenAiShapes.Refused(refused);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<AiMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = client.CompleteChatStreamingAsync(OpenAiShapes.Messages(messages), OpenAiShapes.Options(options), cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            ChatResponseUpdate? filtered = null;
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (ClientResultException refused)
            {
                filtered = OpenAiShapes.Refused(refused).ToChatResponseUpdates().Last();
            }

            yield return filtered ?? OpenAiShapes.Update(updates.Current);
            if (filtered is not null)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? metadata
        : serviceType == typeof(ChatClient) ? client
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The HTTP client belongs to whoever gave it.
    }
}
