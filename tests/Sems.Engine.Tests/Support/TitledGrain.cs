namespace Sems.Engine.Tests.Support;

[Alias("test.INamed")]
public interface INamed : IGrainWithStringKey
{
    [Alias("Who")]
    Task<string> Who();
}

[Alias("test.ITitled")]
public interface ITitled : INamed
{
    [Alias("WhoTitled")]
    Task<string> Who(string title);
}

/// <summary>A grain with an inherited and an overloaded method.</summary>
[GrainType("named")]
public sealed class TitledGrain : Grain, ITitled
{
    private int _calls;

    public Task<string> Who() => Task.FromResult($"{++_calls} {Name}");

    public Task<string> Who(string title) => Task.FromResult($"{++_calls} {title} {Name}");

    private string Name => Scenes.Split(this.GetPrimaryKeyString()).Name;
}

[Alias("test.IUnserved")]
public interface IUnserved : IGrainWithStringKey;
