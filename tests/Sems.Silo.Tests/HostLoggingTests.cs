using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sems.Silo.Tests;

public sealed class HostLoggingTests
{
    [Theory]
    [InlineData("Polly", LogLevel.Information, false)]
    [InlineData("Polly", LogLevel.Error, false)]
    [InlineData("Orleans.Runtime.Catalog", LogLevel.Warning, true)]
    [InlineData("Orleans.Runtime.Catalog", LogLevel.Information, false)]
    [InlineData("Sems.Silo.Sweeping.Sweeper", LogLevel.Information, true)]
    public void The_console_has_no_lines_for_each_grain_that_comes_into_memory(string category, LogLevel level, bool shown)
    {
        using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new Everything()).AddSemsFilters()).BuildServiceProvider();
        Assert.Equal(shown, services.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(level));
    }

    private sealed class Everything : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Line();

        public void Dispose()
        {
        }

        private sealed class Line : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
            }
        }
    }
}
