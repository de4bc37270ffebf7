using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vafa.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Wallets : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Filled anew at the next start, now by branch.
            foreach (var table in new[] { "unit_day", "unit_due", "branch_hour" })
            {
                migrationBuilder.Sql($"DELETE FROM {table}");
            }

            migrationBuilder.DropPrimaryKey(name: "pk_unit_day", table: "unit_day");

            migrationBuilder.AddColumn<string>(
                name: "branch",
                table: "unit_day",
                type: "TEXT",
                nullable: false,
                defaultValue: ""
            );

            migrationBuilder.AddColumn<long>(
                name: "converted",
                table: "unit_day",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<long>(
                name: "merged",
                table: "unit_day",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<long>(
                name: "reinstated",
                table: "unit_day",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<long>(
                name: "transferred",
                table: "unit_day",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L
            );

            migrationBuilder.AddColumn<string>(name: "awaits", table: "lot", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<string>(name: "branch", table: "lot", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<DateOnly>(name: "day", table: "lot", type: "TEXT", nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "slides",
                table: "lot",
                type: "INTEGER",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddPrimaryKey(
                name: "pk_unit_day",
                table: "unit_day",
                columns: new[] { "day", "unit", "branch", "shard" }
            );

            migrationBuilder.Sql(
                "UPDATE lot SET day = b.day, branch = b.branch FROM (SELECT e.member_id, e.no, p.branch, "
                    + "coalesce(p.day, date(e.recorded_at / 1000000, 'unixepoch')) AS day "
                    + "FROM entry e LEFT JOIN purchase p ON p.member_id = e.member_id AND p.id = e.cause_id "
                    + "WHERE e.no = e.lot) b WHERE b.member_id = lot.member_id AND b.no = lot.no AND lot.amount > 0"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(name: "pk_unit_day", table: "unit_day");

            migrationBuilder.DropColumn(name: "branch", table: "unit_day");

            migrationBuilder.DropColumn(name: "converted", table: "unit_day");

            migrationBuilder.DropColumn(name: "merged", table: "unit_day");

            migrationBuilder.DropColumn(name: "reinstated", table: "unit_day");

            migrationBuilder.DropColumn(name: "transferred", table: "unit_day");

            migrationBuilder.DropColumn(name: "awaits", table: "lot");

            migrationBuilder.DropColumn(name: "branch", table: "lot");

            migrationBuilder.DropColumn(name: "day", table: "lot");

            migrationBuilder.DropColumn(name: "slides", table: "lot");

            migrationBuilder.AddPrimaryKey(
                name: "pk_unit_day",
                table: "unit_day",
                columns: new[] { "day", "unit", "shard" }
            );
        }
    }
}
