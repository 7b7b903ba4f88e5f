using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sems.Simulator.WeChat.Api;
using Sems.Simulator.WeChat.Callback;
using Sems.Simulator.WeChat.Chat;
using Sems.Simulator.WeChat.Control;
using Sems.Simulator.WeChat.Page;

namespace Sems.Simulator.WeChat;

/// <summary>
/// A stand-in for WeChat: its calls for an official account's server, its side of the callback, the script for pages, people with phones,
/// and a page that shows one of the phones. Everything can be driven and made to fail by command. It runs until it is disposed of.
/// </summary>
public sealed class WechatStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CallbackClient _callback;

    private WechatStandIn(WechatStandInOptions options)
    {
        var time = options.Time;
        (Account, Gateway) = (options.Account, options.Gateway);
        Users = new UserBook(options.Users);
        Chat = new ChatBook(time);
        Tokens = new TokenBook(time);
        _callback = new CallbackClient(Account, options.CallbackPatience, options.CallbackTries, time);
        People = new ChatDesk(Users, Chat, _callback, () => Gateway, time);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _app = builder.Build();

        var layer = new FaultLayer(Calls, Faults, time);
        _app.UseWhen(c => FaultLayer.Covers(c.Request.Path), branch => branch.Use((HttpContext context, RequestDelegate next) => layer.InvokeAsync(context, next)));
        _app.UseRouting();
        var codes = new CodeBook(time);
        new ApiRoutes(Account, Tokens, codes, new TemplateDesk(options.Templates, Users, Chat, time), Menu).Map(_app);
        new AuthorizePage(Account, Users, codes).Map(_app);
        new ScriptRoutes(Account, Users, Tokens).Map(_app);
        new ControlRoutes(this).Map(_app);
        new PageRoutes(this).Map(_app);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The official account it serves.</summary>
    public WechatAccount Account { get; }

    /// <summary>Where the account's server is; null while nobody is to be told anything.</summary>
    public Uri? Gateway { get; set; }

    /// <summary>Everybody who uses WeChat here.</summary>
    public UserBook Users { get; }

    /// <summary>Their chats with the account.</summary>
    public ChatBook Chat { get; }

    /// <summary>What they do in them.</summary>
    public ChatDesk People { get; }

    /// <summary>The account's tokens.</summary>
    public TokenBook Tokens { get; }

    /// <summary>The account's menu.</summary>
    public MenuDesk Menu { get; } = new();

    /// <summary>What is to go wrong.</summary>
    public FaultBook Faults { get; } = new();

    /// <summary>How WeChat was called.</summary>
    public CallBook Calls { get; } = new();

    /// <summary>The bike beside the phone; null outside of a demo.</summary>
    public IBikeControls? Bike { get; set; }

    /// <summary>Starts one.</summary>
    /// <exception cref="IOException">Its address is taken.</exception>
    /// <exception cref="FormatException">The account's key is no EncodingAESKey.</exception>
    public static async Task<WechatStandIn> StartAsync(WechatStandInOptions? options = null, CancellationToken cancellation = default)
    {
        var standIn = new WechatStandIn(options ?? new WechatStandInOptions());
        try
        {
            await standIn._app.StartAsync(cancellation).ConfigureAwait(false);
            standIn.Address = new Uri(standIn._app.Urls.First().TrimEnd('/') + "/");
            return standIn;
        }
        catch
        {
            await standIn.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Everything as in the beginning: nobody follows, chats, faults, counts and menu are empty, tokens have ended.</summary>
    public void Reset()
    {
        Users.Reset();
        Chat.Reset();
        Faults.Clear();
        Calls.Reset();
        Menu.Reset();
        Tokens.Expire();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync().ConfigureAwait(false);
        _callback.Dispose();
    }
}
