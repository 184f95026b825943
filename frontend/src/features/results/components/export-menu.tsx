'use client';
import { Button, Menu, Text } from '@mantine/core';
import { useState } from 'react';
import { download } from '@/api/client';
import { keepFile } from '@/ui/keep-file';
import { tellProblem } from '@/ui/tell';
import { EXPORT_FORMATS, type ExportFormat, type ExportTable, exportPath, fileNameOf } from '../export-model';

/** Takes the table in view away as a file. */
export function ExportMenu({ runId, table }: { runId: string; table: ExportTable }) {
  const [busy, setBusy] = useState(false);
  const take = async (format: ExportFormat) => {
    setBusy(true);
    try {
      const file = await download(exportPath(runId, table, format));
      keepFile(file.content, fileNameOf(file.disposition, `${table}.${format}`));
    } catch (e) {
      tellProblem(e);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Menu position="bottom-end" width={190}>
      <Menu.Target>
        <Button variant="default" size="compact-xs" loading={busy} aria-label={`Export ${table}`}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {EXPORT_FORMATS.map((f) => (
          <Menu.Item
            key={f.code}
            rightSection={
              <Text size="xs" c="dimmed">
                {f.hint}
              </Text>
            }
            onClick={() => void take(f.code)}
          >
            {f.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
