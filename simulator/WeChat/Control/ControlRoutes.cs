using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sems.Simulator.WeChat.Api;
using Sems.Simulator.WeChat.Callback;
using Sems.Simulator.WeChat.Chat;

namespace Sems.Simulator.WeChat.Control;

/// <summary>The stand-in's own calls, by which tests, the demo and the page of the phone drive it.</summary>
public sealed class ControlRoutes(WechatStandIn standIn)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/stand-in");
        own.MapGet("/messages", (string? openid, long? after) => Messages(openid, after ?? 0));
        own.MapGet("/users", () => Write(new { users = standIn.Users.All }));
        own.MapGet("/menu", () => Write(new { menu = standIn.Menu.Menu }));
        own.MapGet("/calls", () => Write(new { calls = standIn.Calls.All, repeats = standIn.Chat.Repeats }));
        own.MapGet("/faults", () => Write(new { faults = standIn.Faults.All }));
        own.MapPost("/faults", request => WithBodyAsync<Fault>(request, AddFault));
        own.MapPost("/expire", request => WithBodyAsync<ExpireBody>(request, Expire));
        own.MapPost("/reset", Reset);
        own.MapPost("/verify", async (CancellationToken gone) => Outcome(await standIn.People.VerifyAsync(gone).ConfigureAwait(false)));

        MapTell(own, "subscribe", (user, _, mode, gone) => standIn.People.SubscribeAsync(user, mode, gone));
        MapTell(own, "unsubscribe", (user, _, mode, gone) => standIn.People.UnsubscribeAsync(user, mode, gone));
        MapTell(own, "location", (user, body, mode, gone) =>
            standIn.People.LocateAsync(user, body.Latitude ?? user.Latitude, body.Longitude ?? user.Longitude, body.Precision, mode, gone));
        MapTell(own, "text", (user, body, mode, gone) =>
            body.Text is { Length: > 0 } text ? standIn.People.WriteAsync(user, text, mode, gone) : throw new BadHttpRequestException("text is missing"));
        MapTell(own, "click", (user, body, mode, gone) =>
            body.Key is { Length: > 0 } key ? standIn.People.ClickAsync(user, key, mode, gone) : throw new BadHttpRequestException("key is missing"));
    }

    /// <summary>Reads a request's body; an empty one is one without fields.</summary>
    /// <exception cref="BadHttpRequestException">It is not JSON of that shape.</exception>
    public static async Task WithBodyAsync<T>(HttpContext context, Func<T, IResult> answer) =>
        await WithBodyAsync<T>(context, body => Task.FromResult(answer(body))).ConfigureAwait(false);

    /// <inheritdoc cref="WithBodyAsync{T}(HttpContext, Func{T, IResult})"/>
    public static async Task WithBodyAsync<T>(HttpContext context, Func<T, Task<IResult>> answer)
    {
        IResult result;
        try
        {
            using var text = new StreamReader(context.Request.Body);
            var read = await text.ReadToEndAsync(context.RequestAborted).ConfigureAwait(false);
            var body = JsonSerializer.Deserialize<T>(read.Length == 0 ? "{}" : read, Json) ?? throw new JsonException("a JSON object is needed");
            result = await answer(body).ConfigureAwait(false);
        }
        catch (Exception e) when (e is JsonException or BadHttpRequestException)
        {
            result = Refuse(StatusCodes.Status400BadRequest, e.Message);
        }

        await result.ExecuteAsync(context).ConfigureAwait(false);
    }

    /// <summary>A reply as JSON, names in snake_case.</summary>
    public static IResult Write(object body) => Results.Json(body, Json);

    /// <summary>A refusal.</summary>
    public static IResult Refuse(int status, string message) => Results.Json(new { message }, Json, statusCode: status);

    private void MapTell(RouteGroupBuilder own, string what, Func<WechatUser, TellBody, CallbackMode, CancellationToken, Task<CallbackOutcome>> tell) =>
        own.MapPost("/users/{openid}/" + what, context => WithBodyAsync<TellBody>(context, async body =>
        {
            if (standIn.Users.Find((string?)context.Request.RouteValues["openid"]) is not { } user) return Refuse(StatusCodes.Status404NotFound, "nobody has that openid");
            if (body.Encrypted == true && standIn.Account.EncodingAesKey is null) return Refuse(StatusCodes.Status400BadRequest, "the account has no EncodingAESKey");
            return Outcome(await tell(user, body, new CallbackMode(body.Encrypted, body.Repeat, body.Replay), context.RequestAborted).ConfigureAwait(false));
        }));

    private IResult Messages(string? openid, long after)
    {
        var messages = standIn.Chat.After(openid, after);
        return Write(new { messages, last = standIn.Chat.Last });
    }

    private IResult AddFault(Fault fault)
    {
        if (fault.Times < 1) return Refuse(StatusCodes.Status400BadRequest, "times must be 1 or more");
        if (fault is { Errcode: null, Status: null, Drop: false, DelayMs: <= 0 }) return Refuse(StatusCodes.Status400BadRequest, "errcode, status, delay_ms or drop is needed");
        standIn.Faults.Add(fault);
        return Write(new { faults = standIn.Faults.All });
    }

    private IResult Expire(ExpireBody body)
    {
        standIn.Tokens.Expire(body.Errcode, body.Stuck);
        return Write(new JsonObject());
    }

    private IResult Reset()
    {
        standIn.Reset();
        return Write(new JsonObject());
    }

    private static IResult Outcome(CallbackOutcome outcome) => Write(outcome);
}
