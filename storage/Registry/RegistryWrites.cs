using Sems.Storage.Sql;

namespace Sems.Storage.Registry;

/// <summary>The rows of the registry, written inside a transaction.</summary>
internal static class RegistryWrites
{
    /// <summary>User names and cards change hands one after the other.</summary>
    internal const string People = "registry people";

    public static async ValueTask SaveAsync(ISqlSession session, StudentRecord student)
    {
        await session.LockAsync(People).ConfigureAwait(false);
        await RequireFreeNameAsync(session, student.UserName, student.StudentNumber).ConfigureAwait(false);
        await RequireFreeOpenidAsync(session, student).ConfigureAwait(false);
        await session.RunAsync("""
            INSERT INTO students
            (student_number, username, password_hash, blocked, phone, brand, model, battery_type, rated_voltage, rated_ah, blocked_reason, wechat_openid,
            wechat_bound_at_ms, failures, locked_until_ms)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            ON CONFLICT (student_number) DO UPDATE SET username = excluded.username, password_hash = excluded.password_hash,
            blocked = excluded.blocked, phone = excluded.phone, brand = excluded.brand, model = excluded.model,
            battery_type = excluded.battery_type, rated_voltage = excluded.rated_voltage, rated_ah = excluded.rated_ah,
            blocked_reason = excluded.blocked_reason, wechat_openid = excluded.wechat_openid, wechat_bound_at_ms = excluded.wechat_bound_at_ms,
            failures = excluded.failures, locked_until_ms = excluded.locked_until_ms
            """, student.StudentNumber, student.UserName, student.PasswordHash, student.Blocked ? 1 : 0, student.Phone, student.Vehicle.Brand,
            student.Vehicle.Model, student.Vehicle.BatteryType, student.Vehicle.RatedVoltage, student.Vehicle.RatedAh, student.BlockedReason,
            student.WechatOpenid, student.WechatBoundAt?.ToUnixTimeMilliseconds(), student.Failures, student.LockedUntil?.ToUnixTimeMilliseconds()).ConfigureAwait(false);
        if (student.CardNumber is { } card) await GiveCardAsync(session, card, student.StudentNumber).ConfigureAwait(false);
        else await session.RunAsync("DELETE FROM cards WHERE student_number = $1", student.StudentNumber).ConfigureAwait(false);
    }

    public static async ValueTask ApplyAsync(ISqlSession session, StudentChange change)
    {
        await session.LockAsync(People).ConfigureAwait(false);
        await RequireFreeNameAsync(session, change.UserName, change.StudentNumber).ConfigureAwait(false);
        await session.RunAsync("""
            INSERT INTO students
            (student_number, username, password_hash, blocked, phone, brand, model, battery_type, rated_voltage, rated_ah)
            VALUES ($1, $2, $3, coalesce($4, 0), $5, $6, $7, $8, $9, $10)
            ON CONFLICT (student_number) DO UPDATE SET username = coalesce($2, students.username),
            password_hash = coalesce($3, students.password_hash), blocked = coalesce($4, students.blocked), phone = coalesce($5, students.phone),
            brand = coalesce($6, students.brand), model = coalesce($7, students.model), battery_type = coalesce($8, students.battery_type),
            rated_voltage = coalesce($9, students.rated_voltage), rated_ah = coalesce($10, students.rated_ah),
            blocked_reason = CASE WHEN $4 = 0 THEN NULL ELSE students.blocked_reason END
            """, change.StudentNumber, change.UserName, change.PasswordHash, change.Blocked is { } blocked ? (blocked ? 1 : 0) : null,
            change.Phone, change.Brand, change.Model, change.BatteryType, change.RatedVoltage, change.RatedAh).ConfigureAwait(false);
        if (change.CardNumber is { } card) await GiveCardAsync(session, card, change.StudentNumber).ConfigureAwait(false);
    }

    public static async ValueTask AssignCardAsync(ISqlSession session, string card, string studentNumber)
    {
        await session.LockAsync(People).ConfigureAwait(false);
        await GiveCardAsync(session, card, studentNumber).ConfigureAwait(false);
    }

    public static async ValueTask SaveAsync(ISqlSession session, AmmeterGroupRecord group) => await session.RunAsync("""
        INSERT INTO ammeter_groups (group_number, name, latitude, longitude, station_key_hash, retired_at_ms) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (group_number) DO UPDATE SET name = excluded.name, latitude = excluded.latitude,
        longitude = excluded.longitude, station_key_hash = excluded.station_key_hash, retired_at_ms = excluded.retired_at_ms
        """, group.Group, group.Name, group.Latitude, group.Longitude, group.StationKeyHash, group.RetiredAt?.ToUnixTimeMilliseconds()).ConfigureAwait(false);

    public static async ValueTask ApplyAsync(ISqlSession session, AmmeterGroupChange change) => await session.RunAsync("""
        INSERT INTO ammeter_groups (group_number, name, latitude, longitude, station_key_hash)
        VALUES ($1, coalesce($2, $1), $3, $4, $5)
        ON CONFLICT (group_number) DO UPDATE SET name = coalesce($2, ammeter_groups.name),
        latitude = coalesce($3, ammeter_groups.latitude), longitude = coalesce($4, ammeter_groups.longitude),
        station_key_hash = coalesce($5, ammeter_groups.station_key_hash)
        """, change.Group, change.Name, change.Latitude, change.Longitude, change.StationKeyHash).ConfigureAwait(false);

    public static async ValueTask SaveAsync(ISqlSession session, AmmeterRecord ammeter) => await session.RunAsync("""
        INSERT INTO ammeters (group_number, ammeter_number, name) VALUES ($1, $2, $3)
        ON CONFLICT (group_number, ammeter_number) DO UPDATE SET name = excluded.name
        """, ammeter.Group, ammeter.Ammeter, ammeter.Name).ConfigureAwait(false);

    private static async ValueTask GiveCardAsync(ISqlSession session, string card, string studentNumber)
    {
        await session.RunAsync("DELETE FROM cards WHERE student_number = $1 AND card_number <> $2", studentNumber, card).ConfigureAwait(false);
        await session.RunAsync("""
            INSERT INTO cards (card_number, student_number) VALUES ($1, $2)
            ON CONFLICT (card_number) DO UPDATE SET student_number = excluded.student_number
            """, card, studentNumber).ConfigureAwait(false);
    }

    private static async ValueTask RequireFreeNameAsync(ISqlSession session, string? userName, string studentNumber)
    {
        if (userName is null) return;
        var owner = await RegistryQueries.UserNameOwnerAsync(session, userName).ConfigureAwait(false);
        if (owner is not null && owner != studentNumber) throw new UserNameTakenException(userName);
    }

    private static async ValueTask RequireFreeOpenidAsync(ISqlSession session, StudentRecord student)
    {
        if (student.WechatOpenid is not { } openid) return;
        var owner = await RegistryQueries.WechatOwnerAsync(session, openid).ConfigureAwait(false);
        if (owner is not null && owner != student.StudentNumber) throw new WechatTakenException();
    }
}
