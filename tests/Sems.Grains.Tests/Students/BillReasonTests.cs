using Sems.GrainInterfaces;
using Sems.Grains.Students;

namespace Sems.Grains.Tests.Students;

public sealed class BillReasonTests
{
    [Theory]
    [InlineData(BillStep.Pay, null, BillRefusal.None)]
    [InlineData(BillStep.Reopen, null, BillRefusal.None)]
    [InlineData(BillStep.Waive, null, BillRefusal.ReasonMissing)]
    [InlineData(BillStep.Waive, "", BillRefusal.ReasonMissing)]
    [InlineData(BillStep.Waive, " \t\n　", BillRefusal.ReasonMissing)]
    [InlineData(BillStep.Pay, "", BillRefusal.None)]
    [InlineData(BillStep.Waive, " 电表故障 ", BillRefusal.None)]
    [InlineData(BillStep.Waive, "两行\n字", BillRefusal.ReasonUnfit)]
    [InlineData(BillStep.Pay, "a\0b", BillRefusal.ReasonUnfit)]
    public void Only_a_waiver_must_have_a_reason_and_none_has_control_characters(BillStep step, string? reason, BillRefusal expected) =>
        Assert.Equal(expected, BillReason.Check(step, BillReason.Tidy(reason)));

    [Theory]
    [InlineData("因", 200, BillRefusal.None)]
    [InlineData("因", 201, BillRefusal.ReasonUnfit)]
    [InlineData("🚲", 200, BillRefusal.None)] // characters, not UTF-16 units
    [InlineData("🚲", 201, BillRefusal.ReasonUnfit)]
    public void A_reason_has_at_most_200_characters(string character, int times, BillRefusal expected) =>
        Assert.Equal(expected, BillReason.Check(BillStep.Waive, string.Concat(Enumerable.Repeat(character, times))));
}
