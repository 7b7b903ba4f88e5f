namespace Sems.Storage.Tests.Support;

/// <summary>A database of a test's own, of one kind or the other.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>Its clock.</summary>
    internal ManualTimeProvider Clock { get; } = new();

    /// <summary>Stops and fails writes.</summary>
    internal abstract WriteFaults Faults { get; }

    /// <summary>Opens it, as a program that starts does.</summary>
    internal abstract Task<IDatabase> OpenAsync();

    /// <summary>Opens what a program that was killed now would leave.</summary>
    internal abstract Task<IDatabase> OpenAsKilledAsync();

    /// <summary>Opens it for a process that only reads.</summary>
    internal abstract IDatabaseReader OpenReader();

    /// <summary>A number out of it as others see it.</summary>
    internal abstract long Number(string sql);

    /// <summary>Changes it behind the back of the storage.</summary>
    /// <exception cref="InvalidOperationException">It breaks a rule of the table.</exception>
    internal abstract void Execute(string sql);

    public abstract ValueTask DisposeAsync();
}
