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
            migrationBuilder.Sql("DELETE FROM unit_due");
            migrationBuilder.Sql("DELETE FROM branch_hour");
            migrationBuilder.DropTable(name: "unit_day");
            migrationBuilder.CreateTable(
                name: "unit_day",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    branch = table.Column<string>(type: "TEXT", nullable: false),
                    shard = table.Column<short>(type: "INTEGER", nullable: false),
                    earned = table.Column<long>(type: "INTEGER", nullable: false),
                    spent = table.Column<long>(type: "INTEGER", nullable: false),
                    returned = table.Column<long>(type: "INTEGER", nullable: false),
                    reversed = table.Column<long>(type: "INTEGER", nullable: false),
                    expired = table.Column<long>(type: "INTEGER", nullable: false),
                    adjusted = table.Column<long>(type: "INTEGER", nullable: false),
                    imported = table.Column<long>(type: "INTEGER", nullable: false),
                    converted = table.Column<long>(type: "INTEGER", nullable: false),
                    transferred = table.Column<long>(type: "INTEGER", nullable: false),
                    merged = table.Column<long>(type: "INTEGER", nullable: false),
                    reinstated = table.Column<long>(type: "INTEGER", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey(
                        "pk_unit_day",
                        x => new
                        {
                            x.day,
                            x.unit,
                            x.branch,
                            x.shard,
                        }
                    );
                }
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
