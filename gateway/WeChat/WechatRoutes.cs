using Microsoft.Extensions.DependencyInjection.Extensions;
using Sems.Gateway.Access;
using Sems.Gateway.Admin;
using Sems.Gateway.Student.Access;
using Sems.Silo;

namespace Sems.Gateway.WeChat;

/// <summary>The official account, as far as WeChat and phones ask for it: its services and its routes.</summary>
public static class WechatRoutes
{
    /// <summary>Adds what it needs.</summary>
    /// <exception cref="FormatException">A setting is not understood.</exception>
    public static void AddWechat(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(WechatSettingsReader.Read(configuration)); // a gateway without a silo has them for itself
        services.AddSingleton<CallbackDoor>();
        services.AddSingleton<CallbackDesk>();
        services.AddSingleton<StatusText>();
        services.AddSingleton<OAuthState>();
        services.AddSingleton<OAuthEndpoints>();
        services.AddSingleton<IWechatSignIn, WechatSession>();
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Add(WechatJson.Default));
    }

    /// <summary>Maps <c>/wechat/callback</c> and <c>/wechat/oauth</c>, which are no part of the API's document.</summary>
    public static void MapWechat(this IEndpointRouteBuilder routes)
    {
        var wechat = routes.MapGroup("/wechat").ExcludeFromDescription();
        wechat.WithRequestTimeout(ApiTimeouts.Policy);
        wechat.MapGet("/callback", CallbackEndpoints.Echo);
        wechat.MapPost("/callback", CallbackEndpoints.Take);
        wechat.MapGet("/oauth", OAuthEndpoints.Leave);
        wechat.MapGet("/oauth/callback", OAuthEndpoints.Return);
    }

    /// <summary>Maps what pages of students ask.</summary>
    public static void MapScript(RouteGroupBuilder api) => api.MapGet("/wechat/config", ScriptConfigEndpoint.Config)
        .WithSummary("What the page of this address configures WeChat's JS-SDK with; url is without what follows #").Produces<ScriptConfigView>()
        .Produces<Problem>(400).Produces<Problem>(404).Produces<Problem>(503);
}
