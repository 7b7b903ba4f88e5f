using Microsoft.Extensions.DependencyInjection;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;
using Sems.Grains.Tests.Support;
using Sems.Grains.Wechat;

namespace Sems.Grains.Tests.Wechat;

/// <summary>A silo whose WeChat is the test's.</summary>
public abstract class WechatFixture : SiloFixture
{
    internal const string AppId = "wx0123456789abcdef";

    private protected FakeWechatApi Api { get; } = new();

    protected IWechatTokenGrain Tokens => Grains.GetGrain<IWechatTokenGrain>(AppId);

    protected override void Replace(IServiceCollection services) => services.AddSingleton<IWechatApi>(Api).AddSingleton(new MachineClock(Clock));
}
