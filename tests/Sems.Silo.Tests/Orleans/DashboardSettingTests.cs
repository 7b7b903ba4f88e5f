using Microsoft.Extensions.Configuration;
using Sems.Silo.Orleans;

namespace Sems.Silo.Tests.Orleans;

public sealed class DashboardSettingTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("on", true)]
    [InlineData("off", false)]
    public void It_is_on_unless_switched_off(string? text, bool on) => Assert.Equal(on, DashboardSetting.IsOn(Setting(text)));

    [Fact]
    public void Another_word_is_refused() => Assert.Throws<FormatException>(() => DashboardSetting.IsOn(Setting("maybe")));

    private static IConfiguration Setting(string? text) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("Orleans:Dashboard", text)]).Build();
}
